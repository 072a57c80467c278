"use strict";
/* The page at work: text and notes point at each other, layers, language, amendments. No storage; no network, but
   that a served page hands amendments to its own server. */
(() => {
  const $ = (id) => document.getElementById(id);
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const data = JSON.parse($("data").textContent);
  const text = $("text"), panel = $("panel"), sheet = $("sheet"), card = $("card");
  const isNarrow = matchMedia("(max-width: 61.99rem)");
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  let ui = document.documentElement.lang;
  document.documentElement.classList.add("js");

  // Words: the same rules as words.py
  const number = (value) => {
    const [whole, rest] = String(+Math.abs(value).toFixed(4)).split(".");
    const [group, point] = ui === "en" ? [",", "."] : ["\u00a0", ","];
    return (value < 0 ? "\u2212" : "") + whole.replace(/\B(?=(\d{3})+$)/g, group) + (rest ? point + rest : "");
  };
  const message = (key, args = {}) =>
    Object.entries(args).reduce((said, [name, value]) => {
      const word = typeof value === "number" ? number(value) : value && value.m ? message(value.m) : value;
      return said.split("{" + name + "}").join(word);
    }, data.words[ui][key]);
  const argsOf = (el) => (el.dataset.a ? JSON.parse(el.dataset.a) : {});
  const retell = (root) => {
    for (const el of all("[data-m]", root)) el.textContent = message(el.dataset.m, argsOf(el));
    for (const el of all("[data-ml]", root)) el.setAttribute("aria-label", message(el.dataset.ml, argsOf(el)));
    for (const el of all("[data-n]", root)) el.textContent = number(+el.dataset.n);
  };
  const make = (tag, attributes = {}, ...children) => {
    const el = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) el.setAttribute(name, value);
    el.append(...children);
    return el;
  };
  const say = (key, args) => {
    const el = make("span", { "data-m": key }, message(key, args));
    if (args) el.dataset.a = JSON.stringify(args);
    return el;
  };
  const announce = (key, args) => { $("live").textContent = message(key, args); };

  // Where each item stands in the text
  const index = (field) => {
    const found = new Map();
    for (const el of all(`[data-${field}]`, text))
      for (const key of el.dataset[field].split(" ")) {
        if (!found.has(key)) found.set(key, []);
        found.get(key).push(el);
      }
    return found;
  };
  const places = index("i"), cues = index("c");
  const note = (key) => $("i-" + key);
  const isQuote = (key) => key !== null && key in data.quotes;
  const order = Object.keys(data.quotes);

  // Amendments: a list of steps; the last step about a quote holds
  const steps = [];
  let saved = 0;
  const standing = (key) => steps.findLast((step) => step.key === key);
  const speakerOf = (key) => {
    const step = standing(key);
    return step ? step.speaker : data.quotes[key].speaker;
  };
  const stateElements = new Map();
  const machineNotes = new Map(order.map((key) => [key, [...note(key).querySelector(".who").childNodes]]));
  const redraw = (key) => {
    const step = standing(key), item = note(key), who = item.querySelector(".who");
    if (!stateElements.has(key)) stateElements.set(key, item.querySelector(".state"));
    const original = stateElements.get(key), shown = item.querySelector(".state");
    item.classList.toggle("dropped", step?.action === "drop");
    for (const el of places.get(key) || []) el.classList.toggle("gone", step?.action === "drop" && el.dataset.i === key);
    if (!step) {
      shown.replaceWith(original);
      who.replaceChildren(...machineNotes.get(key));
      who.classList.toggle("unknown", data.quotes[key].speaker === null);
      return;
    }
    const state = make("span", { class: "state new" }, say(step.isSaved ? "page.yours_saved" : "page.yours"));
    if (step.action === "drop") state.prepend(say("action.drop"), ": ");
    shown.replaceWith(state);
    if (step.speaker === data.quotes[key].speaker) who.replaceChildren(...machineNotes.get(key));
    else if (step.speaker === null) who.replaceChildren(make("b", {}, say("speaker.unknown")));
    else {
      who.replaceChildren(make("b", {}, make("bdi", {}, step.speaker)));
      const role = data.roles[step.speaker];
      if (role) who.append(make("span", { class: "role" }, make("bdi", {}, role)));
    }
    who.classList.toggle("unknown", step.speaker === null);
  };
  const tally = () => {
    const n = new Set(steps.map((step) => step.key)).size;
    $("bar").hidden = n === 0;
    $("count").replaceChildren(say("page.changes", { n }));
  };
  const amend = (action, speaker) => {
    if (!isQuote(active)) return announce("page.choose_first");
    steps.push({ key: active, action, speaker, at: new Date().toISOString() });
    redraw(active);
    tally();
    drawActions();
    announce("page.live_active", { id: data.quotes[active].label, name: spoken(active) });
  };
  const spoken = (key) => {
    if (standing(key)?.action === "drop") return { m: "action.drop" };
    return speakerOf(key) === null ? { m: "speaker.unknown" } : speakerOf(key);
  };
  const undo = () => {
    const step = steps.pop();
    if (!step) return;
    saved = Math.min(saved, steps.length);
    redraw(step.key);
    tally();
    if (steps.length === 0 && document.activeElement === document.body) note(step.key).focus({ preventScroll: true });
    if (step.key === active) drawActions();
    announce("page.live_undone", { id: data.quotes[step.key].label });
  };
  const doAct = (button) => {
    const { do: what, choice } = button.dataset;
    if (what === "speaker") name(+choice);
    else if (what === "null") amend("null", null);
    else if (what === "confirm") confirmReading();
    else if (what === "drop") amend("drop", data.quotes[active]?.speaker ?? null);
    else if (what === "undo") undo();
    else if (what === "save") save();
    else if (what === "json") download("reading.json", $("reading").textContent, "application/json");
    else if (what === "close") leave();
    else if (what === "list" && active) note(active).focus();
  };
  const name = (n) => {
    if (!isQuote(active)) return announce("page.choose_first");
    if (n > data.speakers.length) return announce("page.nobody", { n });
    amend("speaker", data.speakers[n - 1]);
  };
  // Confirming says what stands on the page now, also where it has just been changed
  const confirmReading = () => {
    if (!isQuote(active)) return announce("page.choose_first");
    const step = standing(active);
    amend("confirm", step?.action === "drop" ? data.quotes[active].speaker : speakerOf(active));
  };

  // Buttons of the active quote, beside its note (or in the sheet on a phone)
  const actions = () => {
    const pressed = standing(active);
    const press = (on) => (on ? "true" : "false");
    const button = (keyName, what, label, on, more = {}) =>
      make("button", { type: "button", "data-do": what, "aria-pressed": press(on), ...more }, ...(keyName ? [make("kbd", { "aria-hidden": "true" }, keyName)] : []), label);
    const now = pressed?.action === "drop" ? undefined : speakerOf(active);
    const people = data.speakers.map((who, i) =>
      button(i < 9 ? String(i + 1) : "", "speaker", make("bdi", {}, who), now === who, { "data-choice": i + 1 }));
    return make("div", { class: "act", role: "group", "data-ml": "page.act", "aria-label": message("page.act") },
      make("p", {}, say("page.amend")),
      make("div", { class: "row" }, ...people,
        button("0", "null", say("speaker.unknown"), now === null),
        button("c", "confirm", say("page.confirm"), pressed?.action === "confirm"),
        button("d", "drop", say("page.drop"), pressed?.action === "drop")));
  };
  const drawActions = () => {
    const from = document.activeElement?.closest?.(".act button");
    const held = from && [from.dataset.do, from.dataset.choice, from.closest("#sheet") ? card : note(active)];
    for (const el of all(".act")) el.remove();
    if (isQuote(active)) note(active).append(actions());
    drawSheet();
    if (held && active)
      all(".act button", held[2]).find((b) => b.dataset.do === held[0] && b.dataset.choice === held[1])?.focus({ preventScroll: true });
  };
  const drawSheet = () => {
    if (sheet.hidden || !active) return;
    const copy = note(active).cloneNode(true);
    for (const el of [copy, ...all("[id]", copy)]) el.removeAttribute("id");
    copy.removeAttribute("tabindex");
    card.replaceChildren(make(copy.tagName === "LI" ? "ol" : "div", {}, copy));
  };

  // One active item at a time
  let active = null;
  const light = (key, on) => {
    for (const el of places.get(key) || []) el.classList.toggle("on", on);
    for (const el of cues.get(key) || []) el.classList.toggle("on-cue", on);
    note(key).classList.toggle("on", on);
    if (on) note(key).setAttribute("aria-current", "true");
    else note(key).removeAttribute("aria-current");
  };
  const glide = (el, block) => el?.scrollIntoView({ block, behavior: isCalm.matches ? "auto" : "smooth" });
  // Only the panel moves: scrollIntoView would move the window too, and stop its glide to the words
  const reveal = (item) => {
    const { top, bottom } = item.getBoundingClientRect();
    const above = Math.max(0, panel.getBoundingClientRect().top) + 12, below = innerHeight - 96;
    const by = top < above || bottom - top > below - above ? top - above : Math.max(0, bottom - below);
    panel.scrollBy({ top: by, behavior: isCalm.matches ? "auto" : "smooth" });
  };
  const activate = (key, { toText = false, toNote = false, focus = false, isSheet = false } = {}) => {
    if (active !== key) {
      if (active) light(active, false);
      active = key;
      light(key, true);
      drawActionsFor(isSheet);
    } else if (isSheet) drawActionsFor(true);
    const place = (places.get(key) || [])[0];
    const isCovered = !sheet.hidden && place && place.getBoundingClientRect().bottom > sheet.getBoundingClientRect().top;
    if (toText || isCovered) glide(place, isNarrow.matches ? "start" : "center");
    if (toNote && !isNarrow.matches) reveal(note(key));
    if (focus) note(key).focus({ preventScroll: isNarrow.matches ? false : true });
  };
  const drawActionsFor = (isSheet) => {
    sheet.hidden = !(isSheet && isNarrow.matches);
    drawActions();
  };
  const leave = () => {
    if (!active) return;
    const key = active, back = sheet.contains(document.activeElement);
    light(key, false);
    active = null;
    sheet.hidden = true;
    card.replaceChildren();
    for (const el of all(".act")) el.remove();
    if (back) $("t-" + key)?.focus();
  };
  const walk = (by) => {
    if (order.length === 0) return;
    const at = order.indexOf(active);
    const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.min(order.length - 1, Math.max(0, at + by));
    const key = order[next];
    activate(key, { toText: true, toNote: true, focus: true });
    announce("page.live_active", { id: data.quotes[key].label, name: spoken(key) });
  };

  // Pointing in the text: the shortest visible item under the pointer, then the next longer one
  const isShown = (key) => !text.classList.contains("off-" + key[0]);
  text.addEventListener("click", (event) => {
    const reference = event.target.closest(".ref");
    if (reference) {
      event.preventDefault();
      const key = reference.id.slice(2);
      return activate(key, { toNote: true, focus: !isNarrow.matches, isSheet: true });
    }
    if (String(getSelection())) return;
    const keys = event.target.closest("[data-i]")?.dataset.i.split(" ").filter(isShown).reverse();
    if (!keys?.length) return leave();
    const key = keys[(keys.indexOf(active) + 1) % keys.length];
    activate(key, { toNote: true, isSheet: true });
  });
  panel.addEventListener("click", (event) => {
    if (event.target.closest("button, summary, input, label, a:not(.key)")) return;
    const item = event.target.closest("[data-k]");
    if (!item) return;
    if (event.target.closest(".key")) event.preventDefault();
    activate(item.dataset.k, { toText: true });
  });
  panel.addEventListener("focusin", (event) => {
    const item = event.target.closest("[data-k]");
    if (item && event.target.matches(".key:focus-visible")) activate(item.dataset.k, { toText: !isNarrow.matches });
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (!button) return;
    if (button.dataset.do === "list") event.preventDefault();
    doAct(button);
    if (button.dataset.do === "list") sheet.hidden = true;
  });

  // Layers and language
  for (const box of all("[data-layer]"))
    box.addEventListener("change", () => text.classList.toggle("off-" + box.dataset.layer, !box.checked));
  $("ids")?.addEventListener("change", () => text.classList.toggle("ids", $("ids").checked));
  for (const button of all("[data-ui]"))
    button.addEventListener("click", () => {
      ui = button.dataset.ui;
      document.documentElement.lang = ui;
      for (const other of all("[data-ui]")) other.setAttribute("aria-pressed", String(other === button));
      const aside = [...machineNotes.values()].flat().concat([...stateElements.values()]);
      const holder = make("div");
      holder.append(...aside.filter((node) => !node.isConnected));
      retell(document);
      retell(holder);
    });

  // Keys, by letter or, in a Cyrillic layout, by place on the keyboard
  const keyOf = (event) => {
    if (/^[a-z0-9]$/i.test(event.key)) return event.key.toLowerCase();
    return /^(?:Key|Digit|Numpad)([A-Z0-9])$/.exec(event.code)?.[1].toLowerCase() ?? event.key;
  };
  const onKey = { j: () => walk(1), k: () => walk(-1), 0: () => amend("null", null), c: () => confirmReading(), d: () => amend("drop", isQuote(active) ? data.quotes[active].speaker : null), u: () => undo(), s: () => save(), Escape: () => leave() };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || $("ask").open) return;
    if (event.target.matches("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
    const key = keyOf(event);
    if (key !== "Escape" && !$("keys-on").checked) return;
    const act = /^[1-9]$/.test(key) ? () => name(+key) : Object.hasOwn(onKey, key) ? onKey[key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });

  // Saving
  let by = "";
  const download = (fileName, body, type) => {
    const url = URL.createObjectURL(new Blob([body], { type }));
    make("a", { href: url, download: fileName }).click();
    setTimeout(() => URL.revokeObjectURL(url), 60000);
  };
  const amendment = (step) => {
    const { target_text, target_span } = data.quotes[step.key];
    return { document: data.document, target_text, target_span, action: step.action, by, at: step.at,
      speaker_name: step.action === "drop" ? null : step.speaker, span: null, url: data.url, format: data.format };
  };
  const write = async () => {
    const last = order.map(standing).filter(Boolean), upTo = steps.length;
    const lines = last.map((step) => JSON.stringify(amendment(step)) + "\n").join("");
    const type = "application/x-ndjson";
    if (!data.keep_at) download(`amendments-${data.document.replace(/^sha256:/, "").slice(0, 8)}.jsonl`, lines, type);
    else if (!(await kept(lines, type))) return announce("page.not_kept");
    saved = upTo;
    for (const step of steps.slice(0, upTo)) step.isSaved = true;
    for (const step of last) redraw(step.key);
    drawSheet();
    announce("page.live_saved", { n: last.length });
  };
  const kept = async (body, type) => {
    const answer = await fetch(data.keep_at, { method: "POST", body, headers: { "Content-Type": type } }).catch(() => null);
    $("not-kept").hidden = answer?.ok === true;
    return answer?.ok === true;
  };
  const save = () => {
    if (steps.length === 0) return;
    if (by) return write();
    $("ask").returnValue = "";
    $("ask").showModal();
  };
  $("ask").addEventListener("close", () => {
    by = $("by").value.trim();
    if ($("ask").returnValue === "ok" && by) write();
    else by = "";
  });
  addEventListener("beforeunload", (event) => { if (saved < steps.length) event.preventDefault(); });
  addEventListener("beforeprint", () => { for (const el of all("details.reasons")) el.open = true; });
})();
