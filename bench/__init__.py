"""What is too slow, too large or too far away for the tests: grading on labelled sets, speed, endurance."""
