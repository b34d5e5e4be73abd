"""Measurements of the reviewers' desk."""
