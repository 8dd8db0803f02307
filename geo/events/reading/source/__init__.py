"""Where a file of events comes from: a folder or a URL, and its content, decompressed."""
