"""Work on captured texts as strings: find words in them, mark stretches, tell two versions apart. No Django."""
