"""What does a text say? From characters to spans of meaning: sentences, quantities, attributions, claims.

Pure: text in, values out, the same every time. Reads no file but its own word lists.
"""
