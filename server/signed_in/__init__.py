"""Pages for people who sign in with a browser: who they are, what they may do, and what every such page shares."""
