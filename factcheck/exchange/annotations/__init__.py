"""Notes in the margin: W3C Web Annotations, and those of Hypothesis."""
