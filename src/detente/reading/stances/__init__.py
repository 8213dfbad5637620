"""What a side demands, holds or promises: positions and commitments."""
