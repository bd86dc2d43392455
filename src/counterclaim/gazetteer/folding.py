"""Place names made comparable: the key under which the index keeps them."""

import re
import unicodedata

_LETTERS = str.maketrans(
    {
        "ə": "a",
        "ǝ": "a",
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
    }
)
_MARKS = re.compile(r"[’‘ʼʻ`'´ʹʺ\"“”]|(?<=\w)\.(?=\w)|\.(?=\s|\Z)")
_GAPS = re.compile(r"[\W_]+")
_SHORTENED = {"saint": "st", "sankt": "st", "mount": "mt", "fort": "ft"}
_DIRECTIONS = {"n": "north", "s": "south", "e": "east", "w": "west"}


def place_key(name: str) -> str:
    """What all writings of one name share: "St. Louis" and "Saint Louis", "Şuşa" and "Susa".

    Case, accents, apostrophes and full stops go; hyphens and other marks become single blanks; a leading
    "the" goes; Saint, Mount and Fort are shortened. The key of a key is itself.
    """
    plain = name.casefold()
    if not plain.isascii():
        plain = _without_accents(plain.translate(_LETTERS))
    words = _GAPS.sub(" ", _MARKS.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        del words[0]
    if len(words) > 1:
        words[0] = _DIRECTIONS.get(words[0], words[0])
    return " ".join(_SHORTENED.get(word, word) for word in words)


_ARTICLE = re.compile(r"\A(?:a[lnrstzd]|e[ls]|ash|esh)\s+(?=\w{3})")
_BREATHED = re.compile(r"([kgzcstd])h")
_VOWELS = re.compile(r"ai|[aeiouy]{2,}")
_TWICE = re.compile(r"(.)\1+")
_ALIKE = str.maketrans({"w": "v", "q": "k", "j": "i", "y": "i", "e": "i", "o": "u", " ": "", "-": ""})
_LEAST_SOUND = 4


def sound_key(name: str) -> str:
    """What romanisations of one name share: Hodeidah, Hudaydah and Al Hudaida.

    It is empty where too little would be left, and for names that are not in Latin letters.
    """
    text = place_key(name)
    if not text.isascii():
        return ""
    text = _BREATHED.sub(r"\1", _ARTICLE.sub("", text)).replace("ph", "f").replace("ck", "k")
    text = _VOWELS.sub(_one_vowel, text).translate(_ALIKE)
    text = _TWICE.sub(r"\1", text).removesuffix("h")
    return text if len(text) >= _LEAST_SOUND else ""


def _one_vowel(found: re.Match[str]) -> str:
    """Vowels side by side as one: those that sound like "oo" as u, all others as i."""
    return "u" if found[0] in ("ou", "oo", "uu", "uo") else "i"


def _without_accents(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    if not apart.isascii():
        apart = "".join(char for char in apart if not unicodedata.combining(char))
    return apart.casefold()
