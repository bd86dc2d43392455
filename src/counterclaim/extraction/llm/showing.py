"""Words that a model or a server gave, made fit to be shown and kept."""

_LONGEST = 160  # characters


def on_one_line(words: str) -> str:
    """The words with single spaces; what no terminal should be sent is a space, too."""
    return " ".join("".join(one if one.isprintable() else " " for one in words).split())


def shortened(words: str, most: int = _LONGEST) -> str:
    """The words on one line, and of long ones the beginning."""
    line = on_one_line(words)
    return line if len(line) <= most else f"{line[: most - 1]}…"
