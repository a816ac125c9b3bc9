"""What needs me: Today."""
