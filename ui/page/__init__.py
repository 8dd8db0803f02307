"""What every page has: the record and the choices of its link, its top, a notice of its version."""
