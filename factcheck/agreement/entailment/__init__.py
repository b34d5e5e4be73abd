"""Does one sentence's numbers follow from another's? Strict, by rules alone; see `judgement.entail`."""
