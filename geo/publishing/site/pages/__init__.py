"""The pages about the whole record, and the frame of all pages."""
