"""How does a ledger travel as lines of JSON, and arrive as the same records?"""
