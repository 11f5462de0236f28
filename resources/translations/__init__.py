"""The translations of the programs: Qt Linguist sources (`.ts`) and what is compiled from them (`.qm`)."""
