"""The cue words of a language, as sets of dictionary forms."""

from dataclasses import dataclass
from functools import cache

from anyq.languages import table


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What ``languages/<lang>/cues.toml`` says; every set holds lower-case lemmas."""

    statement: frozenset[str]
    opinion: frozenset[str]
    request: frozenset[str]
    asking: frozenset[str]
    objects: frozenset[str]
    accusing: frozenset[str]
    naming: frozenset[str]
    frame: frozenset[str]
    relay: frozenset[str]
    about: frozenset[str]
    negated: frozenset[str]
    adjectives: frozenset[str]
    impersonal: frozenset[str]
    participles: frozenset[str]
    po_nouns: frozenset[str]
    documents: frozenset[str]
    anonymous: frozenset[str]
    bodies: frozenset[str]
    media: frozenset[str]
    groups: frozenset[str]
    heads: frozenset[str]
    kin: frozenset[str]
    channels: frozenset[str]
    social: frozenset[str]
    plain_bodies: frozenset[str]
    told: frozenset[str]
    general_bodies: frozenset[str]
    hands_on: frozenset[str]
    utterances: frozenset[str]
    learns: frozenset[str]
    places: frozenset[str]
    forces: frozenset[str]
    nobody: frozenset[str]
    quantifiers: frozenset[str]
    with_somebody: frozenset[str]
    family: frozenset[str]
    brands: frozenset[str]
    shows: frozenset[str]
    findings: frozenset[str]
    lists: frozenset[str]
    one_list: frozenset[str]
    introduces: frozenset[str]
    names_things: frozenset[str]
    manners: frozenset[str]
    deeds: frozenset[str]
    phases: frozenset[str]
    criticising: frozenset[str]
    confirming: frozenset[str]
    occasions: frozenset[str]
    happenings: frozenset[str]
    grounds: frozenset[str]
    hedges: frozenset[str]
    qualities: frozenset[str]
    appearing: frozenset[str]
    speech_nouns: frozenset[str]
    support: frozenset[str]
    idioms: frozenset[str]

    @property
    def saying(self) -> frozenset[str]:
        """Verbs that may stand before «что» or after a comma."""
        return self.statement | self.opinion | self.relay

    @property
    def verbs(self) -> frozenset[str]:
        """Every verb that may be a cue."""
        known = self.saying | self.request | self.frame | self.naming | self.objects | self.learns
        return known | self.confirming | self.criticising

    @property
    def reporting(self) -> frozenset[str]:
        """Verbs that report without a quotation beside them."""
        return self.saying | self.asking | self.accusing | self.objects | self.naming | self.negated


@cache
def lexicon(lang: str) -> Lexicon:
    """The cue words of ``lang``."""
    words = table(lang, "cues")

    def take(group: str, name: str) -> frozenset[str]:
        return frozenset(str(words[group][name]).replace("ё", "е").split())

    return Lexicon(
        statement=take("verbs", "statement"),
        opinion=take("verbs", "opinion"),
        request=take("verbs", "request"),
        asking=take("verbs", "asking"),
        objects=take("verbs", "objects"),
        accusing=take("verbs", "accusing"),
        naming=take("verbs", "naming"),
        frame=take("verbs", "frame"),
        relay=take("verbs", "relay"),
        about=take("verbs", "about"),
        negated=take("verbs", "negated"),
        adjectives=take("adjectives", "opinion"),
        impersonal=take("impersonal", "verbs"),
        participles=take("impersonal", "participles"),
        po_nouns=take("nouns", "po"),
        documents=take("nouns", "documents"),
        anonymous=take("nouns", "anonymous"),
        bodies=take("nouns", "bodies"),
        media=take("nouns", "media"),
        groups=take("nouns", "groups"),
        heads=take("nouns", "heads"),
        kin=take("nouns", "kin"),
        channels=take("nouns", "channels"),
        social=take("nouns", "social"),
        plain_bodies=take("closed", "plain_bodies"),
        told=take("closed", "told"),
        general_bodies=take("closed", "general_bodies"),
        hands_on=take("closed", "hands_on"),
        utterances=take("closed", "utterances"),
        learns=take("closed", "learns"),
        places=take("closed", "places"),
        forces=take("closed", "forces"),
        nobody=take("closed", "nobody"),
        quantifiers=take("closed", "quantifiers"),
        with_somebody=take("closed", "with_somebody"),
        family=take("closed", "family"),
        brands=take("closed", "brands"),
        shows=take("closed", "shows"),
        findings=take("closed", "findings"),
        lists=take("closed", "lists"),
        one_list=take("closed", "one_list"),
        introduces=take("verbs", "introduces"),
        names_things=take("closed", "names_things"),
        manners=take("closed", "manners"),
        deeds=take("nouns", "deeds"),
        phases=take("verbs", "phases"),
        criticising=take("verbs", "criticising"),
        confirming=take("verbs", "confirming"),
        occasions=take("nouns", "occasions"),
        happenings=take("nouns", "happenings"),
        grounds=take("nouns", "grounds"),
        hedges=take("nouns", "hedges"),
        qualities=take("closed", "qualities"),
        appearing=take("idioms", "appearing"),
        speech_nouns=take("idioms", "nouns"),
        support=take("idioms", "verbs"),
        idioms=take("idioms", "pairs"),
    )
