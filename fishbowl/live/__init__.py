"""The live door: Socket.IO between the faces and the service."""
