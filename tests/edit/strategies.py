"""Claims files in many styles."""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from claim_tracker.edit.yaml_writer import flow

_NOTES = st.sampled_from(["", "plain", "a: b", "#", "two  words, and {more}", "é漢", "x\n\ny\n"])
_BETWEEN = st.sampled_from(
    ["", "", "", "\n", "\n\n", "# at the margin\n", "      # inside\n", "  # out\n"]
)
_FORMS = ("block", "block", "items in flow", "flow", "flow over lines", "empty", "null", "nothing")


@dataclass(frozen=True)
class Style:
    """How far dashes are indented below their key, fields behind their dash, and further things."""

    dash: int
    fields: int
    quote: str
    end: str
    after_last: str
    mark: str


styles = st.builds(
    Style,
    dash=st.integers(0, 4),
    fields=st.integers(2, 5),
    quote=st.sampled_from(["", "'", '"']),
    end=st.sampled_from(["\n", "\n", "\r\n", "\r"]),
    after_last=st.sampled_from(["", "\n", "\n\n", "\n...\n", "\n# end", "\nplaces: {}\n"]),
    mark=st.sampled_from(["", "\ufeff"]),
)


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file of one to three claims, of which each has up to three updates."""
    style = draw(styles)
    text = draw(_in_flow(style) if draw(st.integers(0, 5)) == 0 else _in_block(style))
    return (style.mark + text.replace("\n", style.end)).encode()


@st.composite
def _in_flow(draw: st.DrawFn, style: Style) -> str:
    claims = [draw(_claim()) for _ in range(draw(st.integers(1, 3)))]
    return flow(
        {"version": "1", "claims": claims}, quoted=style.quote == '"'
    ) + style.after_last.replace("places: {}", "")


@st.composite
def _claim(draw: st.DrawFn) -> dict[str, Any]:
    updates = draw(st.lists(_update(), max_size=3))
    return {"id": draw(st.sampled_from("abc")), **({"updates": updates} if updates else {})}


@st.composite
def _update(draw: st.DrawFn) -> dict[str, str]:
    note = draw(_NOTES)
    return {"date": "1", **({"note": note} if note else {})}


@st.composite
def _in_block(draw: st.DrawFn, style: Style) -> str:
    text = draw(st.sampled_from(["", "# head\n", "--- # head\n", "\n\n"])) + "version: 1\n"
    text += draw(st.sampled_from(["", "\n", "# all\n", "\n# all\n"]))
    text += f"{style.quote}claims{style.quote}:{draw(st.sampled_from(['', '   # c']))}\n"
    for _ in range(draw(st.integers(1, 3))):
        text += draw(_BETWEEN) + draw(_claim_in_block(style))
    return text.removesuffix("\n") + style.after_last


@st.composite
def _claim_in_block(draw: st.DrawFn, style: Style) -> str:
    claim = draw(_claim())
    pad = " " * (style.dash + style.fields)
    text = " " * style.dash + "-" + " " * (style.fields - 1) + f"id: {claim['id']}\n"
    text += draw(_updates_in_block(style, pad, claim.get("updates", [])))
    return text + draw(
        st.sampled_from(["", f"{pad}kind: fact   # k\n", f"{pad}claim: >-\n{pad}  x\n\n"])
    )


@st.composite
def _updates_in_block(draw: st.DrawFn, style: Style, pad: str, updates: list[Any]) -> str:
    form = draw(st.sampled_from(_FORMS[:5] if updates else _FORMS[5:]))
    key = f"{pad}{style.quote}updates{style.quote}:"
    inside = f"\n{pad}{' ' * style.dash}-{' ' * (style.fields - 1)}"
    match form:
        case "block":
            between = inside.replace("-", " ")
            fields = [
                f"{name}: {flow(value)}" for update in updates for name, value in update.items()
            ]
            lines = "".join((inside if it.startswith("date") else between) + it for it in fields)
            return f"{key}{lines}\n"
        case "items in flow":
            return f"{key}{''.join(inside + flow(update) for update in updates)}   # u\n"
        case "flow":
            comma = draw(st.sampled_from(["", ",", " , "]))
            return f"{key} [{', '.join(map(flow, updates))}{comma}]   # u\n"
        case "flow over lines":
            comma = draw(st.sampled_from(["", ",", ",   # u", "   # u, u"]))
            items = f",\n{pad}  ".join(map(flow, updates))
            return f"{key} [   # u\n{pad}  {items}{comma}\n{pad} ]\n"
        case "empty":
            return (
                f"{key} {draw(st.sampled_from(['[]', '[ ]', '[   # u' + chr(10) + pad + ' ]']))}\n"
            )
        case "null":
            return f"{key}{draw(st.sampled_from(['', ' ~', ' null   # u', '   # u']))}\n"
    return ""
