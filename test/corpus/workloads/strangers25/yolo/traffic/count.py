import cv2
from ultralytics import YOLO

model = YOLO("yolo11n.pt")
cap = cv2.VideoCapture("rtsp://cam/1")
while cap.isOpened():
    ok, frame = cap.read()
    if not ok:
        break
    results = model.track(frame, persist=True, device="cuda:0", classes=[2, 5, 7], imgsz=640)
    print(len(results[0].boxes))
