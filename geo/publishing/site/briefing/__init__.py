"""The pages of briefings, with their code and their data."""
