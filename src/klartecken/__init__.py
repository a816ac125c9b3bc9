"""Client acceptance for firms that choose their clients."""
