"""Do two claims say the same, or the same fact with another number, or its contrary?"""
