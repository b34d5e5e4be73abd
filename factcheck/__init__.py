"""factcheck: numbers in articles, who they come from, and how well independent sources agree."""

__version__ = "0.1.0"
