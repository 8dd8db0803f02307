"""How the text of events is searched: in any alphabet, and for words that are almost the same."""
