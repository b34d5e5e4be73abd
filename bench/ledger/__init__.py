"""How fast, and how large, is the ledger? Beside bare sqlite3 and sqlite-utils without audit."""
