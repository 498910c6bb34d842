"""A page that is whole by itself: its script and style stand in it, and the browser lets nothing in or out."""

from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files
from typing import Final

import msgspec

_POLICY: Final = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; connect-src 'none'; form-action 'none'; "
    "base-uri 'none'"
)
_PICTURES: Final = "; img-src data:"


def sealed(title: str, name: str, generator: str, body: str, *, pictures: bool = False) -> str:
    """Return a whole page.

    Args:
        title: as a person reads it.
        name: of the script and the style beside this module, without their endings.
        generator: what made it, for a program.
        body: markup in which every text is escaped.
        pictures: the body holds some, as addresses with all of them in it.
    """
    script, style = _script(f"{name}.js"), _part(f"{name}.css")
    policy = _POLICY.format(script=_hash(script), style=_hash(style)) + (_PICTURES if pictures else "")
    return f"""<!DOCTYPE html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="{generator}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{body}
<script>{script}</script>
</body>
</html>
"""


def data(name: str, value: object) -> str:
    """Return an element that gives ``value`` to the script, which finds it by its ``name``."""
    # In a script element only ``<`` could end the data; as a JSON escape it reads the same.
    text = msgspec.json.encode(value).decode().replace("<", "\\u003c")
    return f'<script type="application/json" id="{name}">{text}</script>'


def _script(name: str) -> str:
    """Return the script without its comments and margins: people read the source, browsers this."""
    lines = (line.strip() for line in _part(name).splitlines())
    return "\n".join(line for line in lines if line and not line.startswith("//"))


def _part(name: str) -> str:
    return files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()
