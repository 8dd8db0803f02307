"""Places as people write them: degrees, codes, names of towns; and their time zones."""
