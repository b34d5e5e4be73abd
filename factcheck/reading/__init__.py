"""From files to documents: whatever the format, a canonical text that is never edited again."""
