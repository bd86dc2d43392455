"""PDF files made by hand, object by object, so that a test shows what stands in its input."""

from collections.abc import Sequence

TextLine = tuple[float, float, float, str]
"""x and y in points from the lower left corner, font size in points, and the words."""


def made_pdf(pages: Sequence[Sequence[TextLine]], trailer: str = "", info: str = "") -> bytes:
    """A PDF with the given lines of Helvetica on each page.

    `trailer` and `info` are further entries of those two dictionaries.
    """
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {resources} /Contents {5 + 2 * n} 0 R >>"
        )
        stream = "\n".join(
            f"BT /F1 {size} Tf {x} {y} Td ({_escaped(text)}) Tj ET" for x, y, size, text in lines
        )
        objects.append(f"<< /Length {len(stream.encode('cp1252'))} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< {info} >>")
    return _file(objects, f"/Info {len(objects)} 0 R {trailer}")


def _file(objects: Sequence[str], trailer: str) -> bytes:
    out = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    count = len(objects) + 1
    end = f"xref\n0 {count}\n0000000000 65535 f \n{table}trailer\n<< /Size {count} /Root 1 0 R {trailer} >>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


ENCRYPTED = "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{0}> /U <{0}> >> /ID [<{1}> <{1}>]".format(
    "00" * 32, "11" * 16
)
"""Trailer entries of a file whose password is unknown."""


def paragraphs(
    top: float, texts: Sequence[Sequence[str]], size: float = 11, gap: float = 10
) -> list[TextLine]:
    """Lines of body text down a page, each paragraph given as its lines."""
    lines: list[TextLine] = []
    for text in texts:
        for line in text:
            lines.append((72, top, size, line))
            top -= size * 1.3
        top -= gap
    return lines
