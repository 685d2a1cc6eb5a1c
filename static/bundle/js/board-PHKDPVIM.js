/*! Made by static/vendor/bundle.mjs. Licences of what is in here: ../../vendor/LICENSES */
import"./board-T55A5QFL.js";import"./board-4HSZ7KJS.js";import{d as o,e as r,f as m,g as p,h as t}from"./board-VSF773S7.js";import"./board-THE26QVD.js";import"./board-X2TOAUSO.js";export{p as HandWatch,t as Hands,m as HandsUp,r as MyHand,o as MySigns};
