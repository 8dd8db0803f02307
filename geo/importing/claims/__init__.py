"""What cells say of people: how many, by whose account, who is blamed, and the sources."""
