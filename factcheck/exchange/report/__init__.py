"""How does a newsroom publish what it checked, and what it corrected?"""
