"""What is wrong with the files of a story: rules, each in a file of its own, and their findings."""
