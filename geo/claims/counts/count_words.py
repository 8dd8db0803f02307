"""Words around a number of people: who is counted, and what makes it another count."""

import re

KILLED = re.compile(
    r"\b(killed|dead|deaths?|died|fatal\w+|morts?|mortes?|tué\w*|décès|décédé\w*|tot|tote\w*"
    r"|getötet\w*|muert\w+|fallecid\w+|убит\w*|погиб\w*|загинул\w*|загибл\w*|вбит\w*|kia)\b",
    re.IGNORECASE,
)
INJURED = re.compile(
    r"\b(injur\w+|wound(?:ed|s)|hurt|blessé\w*|verletz\w*|herid\w+|ранен\w*|поранен\w*|wia)\b",
    re.IGNORECASE,
)
COUNT_WORDS = {"killed": KILLED, "injured": INJURED}
"""The words of each kind of people that an event counts, by its member."""
# Words for people who are neither killed nor injured, or may not be.
_OTHERS = re.compile(
    r"\b(missing|disappeared|lost|rescued|saved|surviv\w+|alive|living|unharmed|unhurt|captured"
    r"|captive|prisoners?|hostages?|detained|arrested|evacuated|displaced|disparu\w*|sauvé\w*"
    r"|survivant\w*|rescapé\w*|vivant\w*|indemne\w*|vermisst\w*|gerettet\w*|überleb\w+|lebend\w*"
    r"|unverletzt\w*|desaparecid\w+|rescatad\w+|sobreviv\w+|supervivient\w+|vivos?|vivas?|iles[oa]s?"
    r"|пропа\w+|без\s+вести|спас\w+|выжи\w+|живы\w*|зник\w+|безвісти|врятован\w*|вижи\w+)\b",
    re.IGNORECASE,
)
_ENGLISH_PEOPLE = (
    r"people|persons?|men|man|women|woman|child(?:ren)?|boys?|girls?|bab(?:y|ies)|infants?|teens?"
    r"|teenagers?|adults?|males?|females?|civilians?|victims?|casualt(?:y|ies)|soldiers?|troops"
    r"|servicem[ae]n|servicewom[ae]n|service members?|militants?|fighters?|rebels?|combatants?"
    r"|guards?|officers?|police(?:m[ae]n)?|personnel|military|sailors?|seam[ae]n|crew(?: members?)?"
    r"|workers?|employees?|drivers?|pilots?|passengers?|residents?|locals?|villagers?|students?"
    r"|journalists?|medics?|firefighters?|migrants?|refugees?"
)
_PEOPLE = (
    rf"{_ENGLISH_PEOPLE}|personnes?|hommes?|femmes?|enfants?|civils?|victimes?|soldats?|militaires?"
    r"|menschen?|person(?:en)?|mann|männer|frau(?:en)?|kind(?:er)?|zivilist(?:en|innen)?|opfer"
    r"|soldat(?:en|innen)?|personas?|hombres?|mujer(?:es)?|niñ[oa]s?|civiles|víctimas?|soldados?"
    r"|чел|человека?|люд(?:ей|и)|мужчин[аы]?|женщин[аы]?|дет(?:ей|и)|реб[её]н(?:ок|ка)|жертв[аы]?"
    r"|мирных|жител(?:ей|я)|военн(?:ых|ослужащих)|солдата?|осіб|особ[аи]|чоловіків?|жін(?:ок|ка|ки)"
    r"|діт(?:ей|и)|дитина|цивільн(?:их|і)|військов(?:их|і)"
)
_FILLERS = (
    r"were|was|are|is|have|has|been|so far|in total|total|confirmed|reported|reportedly|or so"
    r"|in all|a|au total|insgesamt|en total|всего"
)
_WORD = re.compile(rf"(?:{_PEOPLE}|{_FILLERS})(?!\w)\.?", re.IGNORECASE)
# A word that may stand between a number and people, such as "young", or where they are from. None
# that may say another count ("more", "boats' crew"), another state ("trapped", "fleeing",
# "unharmed", "sick"), or that the people belong to what was counted ("of", "with").
_NO_ADJECTIVE = (
    r"un\w*|non\w*|\w+(?:s|ed|ing)|more|other|another|further|extra|additional|few|new|possible"
    r"|potential|probable|likely|near|sick|ill|safe|stable|critical|healthy|free|taken|stolen|beaten"
    r"|of|in|on|at|by|for|per|from|with|among|and|or|nor|but|than|the|to|between|under|over|about"
)
_ADJECTIVE = re.compile(
    rf"\s*(?!(?:{_NO_ADJECTIVE})(?![\w-]))[a-z]+(?:-[a-z]+)?\s+(?=(?:{_ENGLISH_PEOPLE})(?![\w-]))",
    re.IGNORECASE,
)
# As in "3 (two men)", "3, including a child" and "3[1]": an explanation, not a count of others.
_EXPLAINED = re.compile(r"\(|(?:incl\.?|including|dont|darunter|incluid[oa]s?|в том числе)(?!\w)")
# As in "3 (army); 10 (rebels)".
_NEXT_COUNT = re.compile(r"[);]\D*\d")
_FOOTNOTE = re.compile(r"(?:\[(?:\d{1,3}|[a-z])\])+")


def counts_others(text: str, kind: re.Pattern[str] | None = None) -> bool:
    """Return whether a text speaks of people in another state than one column counts.

    Parameters
    ----------
    text : str
    kind : pattern, optional
        Of what is counted: `KILLED` or `INJURED`; without it both may be named.

    Examples
    --------
    >>> counts_others("4 missing"), counts_others("2 blessés", KILLED), counts_others("3 men")
    (True, True, False)
    """
    others = [words for words in COUNT_WORDS.values() if kind and words != kind]
    return any(words.search(text) for words in (_OTHERS, *others))


def names_people(tail: str, kind: re.Pattern[str] | None = None) -> bool:
    """Return whether what follows a number only says who is counted, such as "civilians killed".

    In English any one other word may precede them.

    Examples
    --------
    >>> names_people(" men (aged 20 to 30)"), names_people(" de 5"), names_people("?")
    (True, False, False)
    >>> names_people(" young men"), names_people(" brick houses"), names_people(" homes of men")
    (True, False, False)
    """
    if counts_others(tail, kind):
        return False
    rest = _FOOTNOTE.sub("", tail).strip(" .,:;")
    if adjective := _ADJECTIVE.match(rest):
        rest = rest[adjective.end() :]
    while rest:
        if _EXPLAINED.match(rest):
            return not _NEXT_COUNT.search(rest)
        word = _WORD.match(rest) or (kind or KILLED).match(rest)
        if word is None and kind is None:
            word = INJURED.match(rest)
        if word is None:
            return False
        rest = rest[word.end() :].strip(" .,:;-")
    return True
