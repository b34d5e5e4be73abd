"""What a person types: parse, call one verb of `desk`, show. Heavy imports happen inside the commands."""
