"""Dossiers and documents to and from files that other programs read."""
