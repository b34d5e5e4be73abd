"""Bibliographies that reference managers read and write: CSL-JSON, BibTeX, RIS."""
