"""Questions to the person at the terminal: what they ask, how they are asked, and the answers."""
