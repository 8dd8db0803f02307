"""The words of a claim: how it stands to the event, what it is about, and who says it on what."""

from geo.events.words import Word

STANCE = {
    "asserts": Word("Asserts", "Says that something is true, without accusing anyone."),
    "accuses": Word("Accuses", "Says that somebody else did it."),
    "claims_responsibility": Word("Claims responsibility", "Says that they did it themselves."),
    "denies": Word("Denies", "Says that they, or their side, did not do it."),
    "neither_confirms_nor_denies": Word(
        "Neither confirms nor denies", "Leaves it open, hints, or declines to comment."
    ),
    "cannot_verify": Word("Cannot verify", "Says that they cannot establish whether it is true."),
    "urges_caution": Word("Urges caution", "Warns against believing an account too soon."),
    "alleges_staged": Word(
        "Alleges staging", "Says that those who report an attack arranged it, or may have."
    ),
    "corroborates": Word("Corroborates", "Supports an account with observation of its own."),
    "contradicts": Word("Contradicts", "Gives an account that does not fit with another one."),
    "withdraws": Word("Withdraws", "Withdraws what the same speaker said before."),
}

ABOUT = {
    "occurrence": Word("What happened", "Whether it happened, and what it was."),
    "perpetrator": Word("Who did it", "Who carried it out or ordered it."),
    "intent": Word("Purpose", "What it was meant to achieve, or at whom it was aimed."),
    "casualties": Word("Casualties", "Who was killed or injured, or that nobody was."),
    "damage": Word("Damage", "What was destroyed or damaged, or that nothing was."),
    "time": Word("Time", "When it happened."),
    "place": Word("Place", "Where it happened."),
    "response": Word("Response", "What somebody did, or said they would do, about it."),
}

BASIS = {
    "witnessed": Word("Witness", "The speaker says they saw or heard it themselves."),
    "official_statement": Word(
        "Official statement", "Said in public for an authority; an interest, not a proof."
    ),
    "visual_evidence": Word("Pictures", "Photographs, video or satellite images of it."),
    "document": Word("Document", "A written order, log, record or something similar."),
    "anonymous_official": Word(
        "Unnamed official", "An official or insider who is not named; nobody answers for it."
    ),
    "analyst_inference": Word(
        "Analyst's inference", "Concluded by somebody outside, from what can be seen or is known."
    ),
    "media_report": Word(
        "Media report", "Written by a medium, without saying clearly how it knows."
    ),
    "not_stated": Word("Basis not stated", "The record does not say how the speaker knows."),
}

ACTOR_KIND = {
    "person": Word("Person", "Somebody who speaks under their own name, or one who is not named."),
    "office": Word("Office", "An authority, a company, or the person who heads and represents it."),
    "outlet": Word("Outlet", "A newspaper, agency, channel or other medium."),
    "witness": Word("Witness", "Somebody who was there, or what they recorded."),
    "group": Word("Group", "A movement or other group without an office."),
    "analyst": Word("Analyst", "Somebody who concludes from what can be seen or is known."),
}
