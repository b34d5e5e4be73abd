"""ClaimReview, the JSON-LD in which fact-checkers tell the world, and each other, what they found."""
