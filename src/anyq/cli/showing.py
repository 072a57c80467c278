"""``anyq settings``: each value and where it came from."""

import json
import textwrap

from anyq.cli import tell
from anyq.cli.words import printable
from anyq.languages import messages
from anyq.settings import Loaded
from anyq.settings.fields import settings_about


def show_settings(loaded: Loaded, *, as_json: bool) -> int:
    """Print them; the exit code."""
    rows = [
        {
            "name": about.name,
            "value": _plain(getattr(loaded.settings, about.name)),
            "unit": about.unit or None,
            "origin": loaded.origins[about.name],
            "says": about.says,
        }
        for about in settings_about()
    ]
    if as_json:
        print(json.dumps({"format": "anyq/settings/1", "settings": rows}, ensure_ascii=False))
        return tell.DONE
    words = messages(loaded.settings.ui)
    for row in rows:
        value = "—" if row["value"] in (None, {}) else f"{row['value']} {row['unit'] or ''}".rstrip()
        print(printable(f"{row['name']} = {value}"))
        print(printable(f"    {words['setting.origin']}: {row['origin']}"))
        print(textwrap.indent(textwrap.fill(str(row["says"]), 90), "    "))
    return tell.DONE


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return value
    return value if isinstance(value, str | int | float) or value is None else str(value)
