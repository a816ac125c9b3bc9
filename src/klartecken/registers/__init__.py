"""Registers: millions of entities from public files, searched on one machine. Knows no Django."""

from klartecken.registers.entity import Entity, OwnershipEdge
from klartecken.registers.hit import Hit
from klartecken.registers.index import Index
from klartecken.registers.live import LiveIndex

__all__ = ["Entity", "Hit", "Index", "LiveIndex", "OwnershipEdge"]
