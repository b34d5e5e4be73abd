"""Dossiers to the terminal: every string passes `safe_text`, and colour never carries meaning alone."""
