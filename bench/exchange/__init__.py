"""How many rows a second leave and arrive in each format, and in how much memory?"""
