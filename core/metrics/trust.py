"""Which metric files the person has confirmed on this machine: `core.trust`, under the name that metrics know it by."""

from core.trust import confirm, fingerprint, is_confirmed

__all__ = ["confirm", "fingerprint", "is_confirmed"]
