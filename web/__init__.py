"""What the server adds to the pages: settings, the current record, the API, headers."""
