"""Who says what: the ledger of one event."""
